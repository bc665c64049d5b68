package drivetrain.costs;

import drivetrain.acceptance.LocalSystem;
import drivetrain.local.template.SamApplication;
import java.io.PrintStream;
import java.util.List;

/** Prints what the system costs on AWS: {@code ./load --costs}. */
public final class Main {
    static final String USED = "What one order uses";
    static final String MADE = "One million orders";
    static final String KEPT = "One million orders, kept for a month";
    static final String IDLE = "A month without orders";
    static final String BUSY = "What orders in every hour of a month add, however many";
    private static final int MILLION = 1_000_000;
    private static final int MISUSED = 2;

    private Main() {}

    /** See {@code --help}. */
    public static void main(String[] arguments) throws Exception {
        try {
            Options options = Options.parse(List.of(arguments));
            if (options.help()) {
                System.out.print(Options.HELP);
            } else {
                print(options, System.out);
            }
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.exit(MISUSED);
        }
    }

    private static void print(Options options, PrintStream out) throws Exception {
        Prices prices = Prices.read();
        try (LocalSystem system = LocalSystem.startUnscaled()) {
            SamApplication application = system.application();
            Observed observed = Measurement.of(system, options.orders(), options.assumed().gets());
            Inventory inventory = Inventory.of(LocalSystem.templateOfThisProject());
            OrderBill orders = new OrderBill(Deployed.of(application), prices, options.assumed(),
                    observed, MILLION);
            MonthlyBill month = new MonthlyBill(prices, options.assumed());
            show(out, USED, observed.markdown());
            show(out, MADE, orders.made().markdown());
            show(out, KEPT,
                    orders.kept(inventory.logDays()).markdown());
            show(out, IDLE, month.idle(inventory,
                    application.queueMappings().size(), Scheduled.of(application)).markdown());
            show(out, BUSY,
                    month.busy(observed).markdown());
        }
    }

    private static void show(PrintStream out, String title, String table) {
        out.println("\n### " + title + "\n");
        out.print(table);
    }
}
