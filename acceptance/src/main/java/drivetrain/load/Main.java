package drivetrain.load;

import drivetrain.acceptance.DrivetrainSystem;
import drivetrain.acceptance.LocalSystem;
import drivetrain.acceptance.Product;
import drivetrain.acceptance.Shop;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Drives checkouts through a system and prints how fast they went. */
public final class Main {
    private static final int PRODUCTS = 24;
    private static final long PRICE_CENTS = 12_900;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** See {@code --help}. Exits with 1 if money and stock don't balance, or an order was lost. */
    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.exit(MISUSED);
            return;
        }
        if (options.help()) {
            System.out.print(Options.HELP);
            return;
        }
        System.exit(run(options, System.out) ? 0 : FAILED);
    }

    private static boolean run(Options options, PrintStream out) throws Exception {
        try (DrivetrainSystem system = options.running().<DrivetrainSystem>map(one -> one)
                .orElseGet(LocalSystem::startUnscaled)) {
            Report report = drive(options, new Shop(system), out);
            out.println();
            out.print(report.table());
            report.problems().forEach(out::println);
            return report.problems().isEmpty();
        }
    }

    private static Report drive(Options options, Shop shop, PrintStream out) throws Exception {
        int total = options.orders() + options.warmUp();
        List<Product> products = IntStream.range(0, PRODUCTS)
                .mapToObj(_ -> shop.product(PRICE_CENTS, total)).toList();
        Checkouts checkouts = new Checkouts(shop, options.concurrency(), products);
        if (options.warmUp() > 0) {
            checkouts.run(options.warmUp(), bar("warm-up", options.warmUp(), out));
        }
        long start = System.nanoTime();
        List<Duration> times = checkouts.run(options.orders(),
                bar("checkouts", options.orders(), out));
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return new Report(options.concurrency(), times, wall, shop.books().problems());
    }

    private static ProgressBar bar(String what, int total, PrintStream out) {
        boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal)
                .orElse(false);
        return new ProgressBar(what, total, out, terminal);
    }
}
