package drivetrain.costs;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes tables that read well as they are, too. */
final class Table {
    private Table() {}

    /**
     * A table in Markdown, its columns aligned.
     *
     * @param texts
     *            how many columns, from the left, are texts; the others are numbers
     */
    static String markdown(int texts, List<String> headings, List<List<String>> rows) {
        int[] widths = IntStream.range(0, headings.size()).map(column -> Math.max(
                headings.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)))
                .toArray();
        return row(widths.length, column -> padded(headings.get(column), widths[column],
                column < texts))
                + row(widths.length, column -> column < texts
                        ? "-".repeat(widths[column])
                        : "-".repeat(widths[column] - 1) + ":")
                + rows.stream().map(cells -> row(widths.length,
                        column -> padded(cells.get(column), widths[column], column < texts)))
                        .collect(Collectors.joining());
    }

    private static String padded(String cell, int width, boolean text) {
        String padding = " ".repeat(width - cell.length());
        return text ? cell + padding : padding + cell;
    }

    private static String row(int columns, IntFunction<String> cell) {
        return IntStream.range(0, columns).mapToObj(cell)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
