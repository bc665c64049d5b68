package drivetrain.documentation;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands that need AWS are what its command line knows. Each is made, and can't go wrong before
 * {@code aws} has checked all its options and parameters and tries to connect: to a port of this
 * machine where nobody listens. With {@code -Dlong} only, since each call takes a second.
 */
@EnabledIfSystemProperty(named = "long", matches = ".*", disabledReason = "mvn verify -Dlong")
class AwsCommandsIT {
    /** What version 1 of the CLI doesn't have, and all other commands, do nothing. */
    private static final String CHECKING = """
            aws() {
                local said=
                case $1 in
                    configure | sso) return ;;
                esac
                said=$(env -u AWS_PROFILE AWS_MAX_ATTEMPTS=1 aws "$@" --no-sign-request \\
                    --endpoint-url http://127.0.0.1:9 2>&1) || true
                if [[ $said != *"Could not connect to the endpoint"* ]]; then
                    echo "aws $*: $said" >&2
                    return 1
                fi
                echo "what AWS answers"
            }
            for other in sam curl git mvn ./start ./load scripts/*
            do eval "$other() { :; }"; done
            """;
    /** Should a command get past that, it reaches nobody either. */
    private static final Map<String, String> NOWHERE = Map.of("AWS_ENDPOINT_URL",
            "http://127.0.0.1:9", "AWS_DEFAULT_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "none",
            "AWS_SECRET_ACCESS_KEY", "none");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theCommandLineKnowsEveryCommand() {
        return Pages.all().stream().map(page -> DynamicTest.dynamicTest(page, () -> {
            try (Shell shell = new Shell(folder, NOWHERE)) {
                shell.run(CHECKING);
                Pages.blocks(page, "sh").stream()
                        .filter(block -> block.isMarked(Mark.Kind.NEEDS_AWS))
                        .forEach(block -> check(block, shell));
            }
        }));
    }

    private static void check(Block block, Shell shell) {
        Tools.require(block.text());
        if (shell.run(block.text()) instanceof Shell.Outcome.Failed(int line, String output)) {
            throw new AssertionError(block.place(line) + ": " + output);
        }
    }
}
