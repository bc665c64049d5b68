package drivetrain.documentation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a system prints when it has started: addresses, and commands to paste. */
record ReadyScreen(String text) {
    /** The default addresses, which pages name, put right for this system. */
    String fillIn(String commands) {
        return addressed(addressed(addressed(addressed(commands, 3000, "API"), 4566,
                "AWS endpoint"), 4567, "payments"), 4568, "carrier");
    }

    private String addressed(String commands, int defaultPort, String label) {
        return commands.replaceAll("(localhost|127\\.0\\.0\\.1):" + defaultPort + "\\b",
                address(label).replaceFirst("^http://", ""));
    }

    /** The address of something that the screen lists. */
    String address(String label) {
        Matcher found = Pattern.compile("^ *" + label + " +(http://\\S+)", Pattern.MULTILINE)
                .matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("The ready screen has no address of " + label
                    + ":\n" + text);
        }
        return found.group(1);
    }

    /** The lines that get tokens, into {@code TOKEN} and {@code STAFF}. */
    List<String> tokens() {
        return text.lines().map(String::strip)
                .filter(line -> line.matches("(TOKEN|STAFF)=.*")).toList();
    }

    /** All commands that it proposes. */
    String proposed() {
        int start = text.indexOf("Try:") + "Try:".length();
        return text.substring(start, text.indexOf("Ctrl-C")).stripIndent();
    }
}
