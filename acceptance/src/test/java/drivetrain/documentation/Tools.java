package drivetrain.documentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** Programs that blocks call and a machine may lack; none may be missing where CI is set. */
final class Tools {
    private static final List<String> WANTED = List.of("aws", "curl");

    private Tools() {}

    /** Skips the test, or fails it where that isn't allowed, if commands need what isn't here. */
    static void require(String commands) {
        for (String tool : WANTED) {
            if (Pattern.compile("(?m)(^|[\\s(|])" + tool + " ").matcher(commands).find()
                    && !isHere(tool)) {
                missing(tool);
            }
        }
    }

    private static void missing(String tool) {
        String sentence = "The block calls " + tool + ", which isn't on this machine.";
        if (System.getenv("CI") != null) {
            throw new AssertionError(sentence + " It must be, where CI is set.");
        }
        throw new TestAbortedException(sentence);
    }

    private static boolean isHere(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
