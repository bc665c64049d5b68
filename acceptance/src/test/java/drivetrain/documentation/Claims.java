package drivetrain.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comments of shell commands say is printed: after an arrow, {@code # → PLACED … FULFILLED},
 * come texts that the output has, in this order.
 */
final class Claims {
    private static final Pattern CLAIM = Pattern.compile("#\\s*→\\s*(.+?)\\s*$");
    private static final Pattern THEN = Pattern.compile("\\s*…\\s*");

    /** A text, and the line of the commands whose comment has it. */
    record Claim(int line, String text) {}

    private Claims() {}

    static List<Claim> of(String commands) {
        List<Claim> claims = new ArrayList<>();
        List<String> lines = commands.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = CLAIM.matcher(lines.get(i));
            if (found.find()) {
                int line = i + 1;
                THEN.splitAsStream(found.group(1))
                        .forEach(text -> claims.add(new Claim(line, text)));
            }
        }
        return claims;
    }

    /** The first of them that an output doesn't keep. */
    static Optional<Claim> broken(String commands, String output) {
        int from = 0;
        for (Claim claim : of(commands)) {
            int found = output.indexOf(claim.text(), from);
            if (found < 0) {
                return Optional.of(claim);
            }
            from = found + claim.text().length();
        }
        return Optional.empty();
    }
}
