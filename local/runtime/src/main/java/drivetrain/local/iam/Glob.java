package drivetrain.local.iam;

import java.util.Locale;

/**
 * A pattern of a policy: {@code *} stands for any characters, {@code ?} for one. Most patterns have
 * neither, and are compared as they are.
 */
final class Glob {
    private final String pattern;
    private final boolean exact;

    private Glob(String pattern) {
        this.pattern = pattern;
        exact = pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }

    /** Case counts, as in ARNs. */
    static Glob of(String pattern) {
        return new Glob(pattern);
    }

    /** Case doesn't count, as in the names of actions; matches texts in lower case. */
    static Glob ofAction(String pattern) {
        return new Glob(pattern.toLowerCase(Locale.ROOT));
    }

    boolean matches(String text) {
        return exact ? pattern.equals(text) : matchesWild(text);
    }

    /** Goes back to the last star where what follows it doesn't match, and lets it take more. */
    private boolean matchesWild(String text) {
        int at = 0;
        int star = -1;
        int taken = 0;
        for (int i = 0; i < text.length();) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
            if (wanted == '*') {
                star = at++;
                taken = i;
            } else if (at < pattern.length() && (wanted == '?' || wanted == text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(rest -> rest == '*');
    }
}
