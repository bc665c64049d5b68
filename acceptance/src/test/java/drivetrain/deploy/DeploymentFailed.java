package drivetrain.deploy;

import java.util.List;

/** CloudFormation didn't do what was asked for. */
public final class DeploymentFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    DeploymentFailed(String what, List<String> events) {
        super(what + events.stream().map(event -> "\n  " + event).reduce("", String::concat));
    }
}
