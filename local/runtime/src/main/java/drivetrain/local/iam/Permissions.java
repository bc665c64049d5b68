package drivetrain.local.iam;

import drivetrain.local.aws.AwsFailure;
import drivetrain.local.iam.Rules.Decision;
import drivetrain.local.lambda.AccessKeys;
import drivetrain.local.template.AccessRules;
import drivetrain.local.template.RoleResource;
import drivetrain.local.template.SamApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the functions and workflows of an application may do. A caller is known by its access key
 * id, a workflow by the ARN of its role; whoever isn't known is an operator and may do everything.
 *
 * <p>Safe for many threads. A check costs a comparison with each grant of the caller's role.
 */
public final class Permissions {
    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);
    private static final int BAD_REQUEST = 400;

    private final Map<String, Actor> byCaller = new HashMap<>();
    private final Map<String, Actor> byOwner = new HashMap<>();
    private final Rules resources;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private Permissions(AccessRules access, String accountId, Predicate<Grant> granted) {
        access.roles().forEach((owner, role) -> byOwner.put(owner, Actor.of(role, accountId,
                owner.substring(owner.lastIndexOf(':') + 1),
                Rules.of(role.holder(), role.statements(), granted))));
        resources = Rules.ofResources(access.resourcePolicies(), granted);
    }

    /** Everybody is an operator. */
    public static Permissions unlimited() {
        return new Permissions(AccessRules.NONE, "", grant -> true);
    }

    /**
     * Compiles the policies of an application.
     *
     * @param granted
     *            false for grants that are to be taken away, to see what fails without them
     */
    public static Permissions of(SamApplication application, Predicate<Grant> granted) {
        Permissions all = new Permissions(application.access(), application.accountId(), granted);
        application.functions().forEach(function -> all.know(AccessKeys.idOf(function.name()),
                function.arn()));
        application.workflows().forEach(workflow -> all.roleArn(workflow.arn())
                .ifPresent(role -> all.know(role, workflow.arn())));
        return all;
    }

    /**
     * Checks what AWS's services do for the application: routes, rules, schedules, event sources and
     * destinations.
     *
     * @throws drivetrain.local.template.TemplateException
     *             naming every permission that is missing
     */
    public void checkEdges(SamApplication application) {
        Edges.check(application, this);
    }

    private void know(String caller, String owner) {
        Optional.ofNullable(byOwner.get(owner)).ifPresent(actor -> byCaller.put(caller, actor));
    }

    /** The role of a function or workflow. */
    public Optional<String> roleArn(String ownerArn) {
        return Optional.ofNullable(byOwner.get(ownerArn)).map(actor -> actor.role().arn());
    }

    /** Whether the caller is an operator, so that nothing need be asked. */
    public boolean areUnlimited(String caller) {
        return !byCaller.containsKey(caller) && !caller.startsWith("arn:aws:iam:");
    }

    /**
     * Refuses a call that the caller's role doesn't allow.
     *
     * @throws AwsFailure
     *             {@code AccessDeniedException}, which names the action and the resource
     */
    public void require(String caller, Access access) {
        if (areUnlimited(caller)) {
            return;
        }
        Actor actor = byCaller.get(caller);
        Decision decision = actor == null ? Decision.NOT_ALLOWED : actor.rules().decide(access);
        if (decision != Decision.ALLOWED) {
            if (actor != null) {
                tell(actor.role(), access, decision);
            }
            throw new AwsFailure(BAD_REQUEST, AwsFailure.ACCESS_DENIED,
                    sentence(actor == null ? caller : actor.arn(), access, decision));
        }
    }

    /** As IAM puts it. */
    private static String sentence(String user, Access access, Decision decision) {
        String refused = "User: " + user + " is not authorized to perform: " + access.action()
                + " on resource: " + access.resource();
        return refused + (decision == Decision.DENIED
                ? " with an explicit deny in an identity-based policy"
                : " because no identity-based policy allows the " + access.action() + " action");
    }

    /** Once for each, since whoever is refused often tries again. */
    private void tell(RoleResource role, Access access, Decision decision) {
        if (!told.add(role.holder() + " " + access.action() + " " + access.resource())) {
            return;
        }
        if (decision == Decision.DENIED) {
            LOG.warn("{} may not {} on {}: a statement of its role (see {}) denies it",
                    role.holder(), access.action(), access.resource(), role.source());
        } else {
            LOG.warn("{} may not {} on {}. If it should, add to the Policies of {} ({}): "
                    + "{Effect: Allow, Action: {}, Resource: {}}", role.holder(), access.action(),
                    access.resource(), role.holder(), role.source(), access.action(),
                    access.resource());
        }
    }

    /** Whether the role of what acts allows something. */
    boolean allow(String owner, Access access) {
        Actor actor = byOwner.get(owner);
        return actor != null && actor.rules().decide(access) == Decision.ALLOWED;
    }

    /** Whether the policies of queues and functions let a service do something. */
    boolean letIn(String service, Access access) {
        return resources.decide(service, access) == Decision.ALLOWED;
    }

    /** Everything that is granted, without what was taken away. */
    public List<Grant> grants() {
        return rules().map(Rule::grant).distinct().toList();
    }

    /**
     * What was used since this was last asked: by calls and, at the start, by routes, rules,
     * schedules, event sources and destinations.
     */
    public Set<Grant> takeUsedGrants() {
        return rules().filter(Rule::takeUsed).map(Rule::grant)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Rule> rules() {
        return Stream.concat(byOwner.values().stream().map(Actor::rules), Stream.of(resources))
                .flatMap(Rules::permissions);
    }
}
