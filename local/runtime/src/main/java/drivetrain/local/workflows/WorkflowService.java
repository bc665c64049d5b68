package drivetrain.local.workflows;

import drivetrain.local.aws.AwsService;
import drivetrain.local.iam.Permissions;
import drivetrain.local.template.SourceLine;
import drivetrain.local.template.TemplateException;
import drivetrain.local.template.TemplateProblem;
import drivetrain.local.template.WorkflowResource;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.InvalidDefinitionException;
import drivetrain.states.StateMachineType;
import drivetrain.states.engine.StatesEngine;
import drivetrain.states.history.HistoryEvent;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.time.Scheduler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Step Functions for the workflows of one application. */
public final class WorkflowService {
    private static final List<String> SERVICES = List.of("dynamodb:*", "events:*", "sqs:*",
            "aws-sdk:dynamodb:*", "aws-sdk:eventbridge:*", "aws-sdk:sqs:*");

    private final StatesEngine engine;
    private final StepFunctionsApi api;

    /**
     * Creates the state machines.
     *
     * @throws TemplateException
     *             naming everything that is wrong with their definitions
     */
    public WorkflowService(Collection<WorkflowResource> workflows, WorkflowOptions options) {
        Scheduler scheduler = new ScaledScheduler(options.scheduler(), options.timeScale());
        this.engine = StatesEngine.on(scheduler).at(options.region(), options.accountId())
                .integrations(integrations(options)).guard(new TaskGuard(options)::check)

                .listener(new WorkflowMeter(options.meter(), this::history))
                .listener(new StatusChanges(options)).build();
        this.api = new StepFunctionsApi(engine);
        List<TemplateProblem> problems = new ArrayList<>();
        workflows.forEach(workflow -> create(workflow, options.permissions(), problems));
        if (!problems.isEmpty()) {
            throw new TemplateException(problems);
        }
    }

    private List<HistoryEvent> history(ExecutionDescription execution) {
        return engine.executions().history(execution.executionArn());
    }

    private static TaskIntegrations integrations(WorkflowOptions options) {
        LambdaTask lambda = new LambdaTask(options.functions());
        AwsTask aws = new AwsTask(options.aws());
        TaskIntegrations.Builder builder = TaskIntegrations.builder()
                .on(TaskIntegrations.LAMBDA_FUNCTION, lambda::byArn)
                .on("lambda:invoke", lambda::invoke);
        SERVICES.forEach(service -> builder.on(service, aws::call));
        return builder.build();
    }

    private void create(WorkflowResource workflow, Permissions permissions,
            List<TemplateProblem> problems) {
        StateMachineType type = workflow.express()
                ? StateMachineType.EXPRESS
                : StateMachineType.STANDARD;
        try {
            String arn = engine.stateMachines().create(workflow.name(), type,
                    permissions.roleArn(workflow.arn()).orElse(null),
                    workflow.definition().toString()).arn();
            workflow.alias().ifPresent(alias -> engine.stateMachines().publish(arn, alias));
        } catch (InvalidDefinitionException e) {
            SourceLine source = workflow.source();
            e.diagnostics().forEach(found -> problems.add(new TemplateProblem(source,
                    workflow.logicalId() + " (" + workflow.definitionFile().getFileName() + "): "
                            + found.message() + " at " + found.location())));
        }
    }

    /** The API for SDKs and the CLI. */
    public AwsService api() {
        return api;
    }

    /** The engine itself, for tests that look closer than the API does. */
    public StatesEngine engine() {
        return engine;
    }
}
