package drivetrain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import drivetrain.acceptance.LocalSystem;
import drivetrain.local.template.SamApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/deploying.md} are what {@code ./load --costs} prints: the monthly ones
 * exactly, those of orders, which one order is counted for here, within a tenth.
 */
class CostsPageIT {
    private static final Prices PRICES = Prices.read();
    private static final int QUANTITY = 3;
    private static final int PRICE = 4;

    private static LocalSystem system;
    private static SamApplication application;
    private static Observed observed;
    private static String page;

    @BeforeAll
    static void countOneOrder() throws IOException, InterruptedException {
        Path template = LocalSystem.templateOfThisProject();
        page = Files.readString(template.resolveSibling("docs/deploying.md"));
        system = LocalSystem.startUnscaled();
        application = system.application();
        observed = Measurement.of(system, 1, Assumptions.DEFAULT.gets());
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aMonthWithoutOrders() {
        Bill idle = new MonthlyBill(PRICES, Assumptions.DEFAULT).idle(
                Inventory.of(LocalSystem.templateOfThisProject()),
                application.queueMappings().size(), Scheduled.of(application));

        assertThat(section(Main.IDLE)).as("Put in what ./load --costs prints")
                .contains(idle.markdown());
    }

    @Test
    void aMonthWithOrders() {
        assertShown(Main.BUSY, new MonthlyBill(PRICES, Assumptions.DEFAULT).busy(observed));
    }

    @Test
    void aMillionOrders() {
        assertShown(Main.MADE, orders().made());
    }

    @Test
    void aMillionOrdersKept() {
        assertShown(Main.KEPT, orders()
                .kept(Inventory.of(LocalSystem.templateOfThisProject()).logDays()));
    }

    private static OrderBill orders() {
        return new OrderBill(Deployed.of(application), PRICES, Assumptions.DEFAULT, observed,
                1_000_000);
    }

    private static void assertShown(String title, Bill bill) {
        Map<String, List<String>> shown = rows(section(title));
        Map<String, List<String>> printed = rows(bill.markdown());
        assertThat(shown.keySet()).isEqualTo(printed.keySet()).isNotEmpty();
        printed.forEach((what, row) -> {
            assertThat(shown.get(what).get(PRICE)).as(what).isEqualTo(row.get(PRICE));
            assertThat(number(shown.get(what))).as("%s; see ./load --costs", what)
                    .isCloseTo(number(row), withinPercentage(10));
        });
    }

    private static String section(String title) {
        int start = page.indexOf("### " + title + "\n");
        assertThat(start).as("### %s is on the page", title).isNotNegative();
        int end = page.indexOf("\n#", start);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    /** The rows of a table that have a price, by service and what is billed. */
    private static Map<String, List<String>> rows(String markdown) {
        return markdown.lines().filter(line -> line.startsWith("| ") && line.contains("$"))
                .map(line -> List.of(line.split(" *\\| *", -1)))
                .collect(Collectors.toMap(cells -> cells.get(1) + ": " + cells.get(2),
                        Function.identity()));
    }

    private static double number(List<String> row) {
        return Double.parseDouble(row.get(QUANTITY).replace(",", ""));
    }
}
