package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.FunctionLines.Line;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operator's call of an owner's restatement, followed until each consumer has dealt with it. */
record Restating(LocalSystem system, Shop shop, String owner, String consumer) {
    private static final Pattern ITEMS = Pattern.compile("\"items\":(\\d+)");

    /** Runs it, also for what was written a moment ago, and answers with what consumers wrote. */
    List<Line> run() {
        try (FunctionLines lines = system.listen()) {
            var answer = shop.aws().invoke(owner, "{\"id\": \"" + UUID.randomUUID()
                    + "\", \"detail\": {\"settledMinutes\": 0}}");
            assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
            Waiting.untilTrue("every restatement of " + owner + " to be handled",
                    system.patience(), () -> count(lines, consumer, "\"handled\"") >= items(lines));
            return lines.all().stream().filter(line -> line.function().contains(consumer))
                    .toList();
        }
    }

    /** How many items the owner says that it has restated. */
    private long items(FunctionLines lines) {
        return lines.all().stream().filter(line -> line.function().contains(owner))
                .map(line -> ITEMS.matcher(line.text())).filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1))).findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static long count(FunctionLines lines, String function, String text) {
        return lines.all().stream().filter(line -> line.function().contains(function)
                && line.text().contains(text)).count();
    }
}
