package drivetrain.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of some blocks, word by word: enough of the shell's grammar to look at commands that
 * can't be run here.
 */
final class Commands {
    private static final Pattern ALIAS = Pattern.compile("(?:alias )?(\\w+)=[\"'](mvn .*)[\"']");
    private static final Pattern END = Pattern.compile("\\n|&&|\\|\\||;|\\|");
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    private final Map<String, String> aliases = new HashMap<>();

    /** The commands of one block, of which what is set in blocks before is known. */
    List<List<String>> of(String block) {
        List<List<String>> commands = new ArrayList<>();
        for (String line : END.splitAsStream(joined(block)).toList()) {
            String command = withoutComment(line).strip();
            Matcher alias = ALIAS.matcher(command);
            if (alias.matches()) {
                aliases.put(alias.group(1), alias.group(2));
                commands.add(words(alias.group(2)));
            } else if (!command.isEmpty()) {
                commands.add(words(expanded(command)));
            }
        }
        return commands;
    }

    private static String joined(String block) {
        return block.replaceAll("\\\\\\n\\s*", " ");
    }

    private static String withoutComment(String line) {
        return line.replaceFirst("(^|\\s)#.*", "");
    }

    private String expanded(String command) {
        String first = command.split("\\s", 2)[0].replace("$", "");
        return aliases.containsKey(first)
                ? command.replaceFirst("^\\S+", Matcher.quoteReplacement(aliases.get(first)))
                : command;
    }

    private static List<String> words(String command) {
        return WORD.matcher(command).results().map(word -> word.group().replaceAll("[\"']", ""))
                .toList();
    }
}
