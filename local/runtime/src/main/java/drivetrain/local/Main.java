package drivetrain.local;

import drivetrain.local.template.TemplateException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Runs the application of a template from the command line until it is stopped. */
public final class Main {
    private static final int USAGE = 2;
    private static final int LARGEST_REPORT = 20;
    private static final double NANOS_A_SECOND = 1e9;

    private Main() {}

    /** See {@code --help}. Exits with 1 if it can't start, with 2 if the options are wrong. */
    public static void main(String[] arguments) throws InterruptedException {
        CommandLine options = parse(arguments);
        if (options.help()) {
            System.out.print(CommandLine.HELP);
            return;
        }
        LocalRuntime runtime = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(runtime::close, "stop"));
        System.out.print(ReadyScreen.of(runtime, options.seed(), sinceStartOfJvm()));
        options.debugPort().ifPresent(port -> System.out.print(ReadyScreen.howToAttach(port)));
        boolean complete = !options.seed() || seed(runtime);
        if (options.check()) {
            System.exit(complete ? 0 : 1);
        }
        new CountDownLatch(1).await();
    }

    private static CommandLine parse(String[] arguments) {
        try {
            return CommandLine.parse(List.of(arguments));
        } catch (StartFailure e) {
            throw exit(USAGE, e.getMessage());
        }
    }

    private static LocalRuntime start(CommandLine options) {
        LocalRuntimeBuilder builder = LocalRuntime.of(options.template())
                .apiPort(options.apiPort()).awsPort(options.awsPort())
                .functionLog(new ConsoleLog(System.out, options.logs()));
        options.parameters().forEach(builder::parameter);
        try {
            return builder.start();
        } catch (TemplateException e) {
            throw exit(1, report(options, e));
        } catch (StartFailure e) {
            throw exit(1, e.getMessage());
        }
    }

    /** Loads the sample products while requests are served; without them, all else works. */
    private static boolean seed(LocalRuntime runtime) {
        try {
            long start = System.nanoTime();
            int products = SampleData.of(runtime).load();
            System.out.printf(Locale.ROOT, "%nThe %d sample products are in (%.1f s).%n", products,
                    (System.nanoTime() - start) / NANOS_A_SECOND);
            return true;
        } catch (StartFailure e) {
            System.err.println("\n" + e.getMessage() + " Everything else runs.");
            return false;
        }
    }

    private static String report(CommandLine options, TemplateException e) {
        int count = e.problems().size();
        StringBuilder report = new StringBuilder(options.template() + " can't be run, for "
                + count + (count == 1 ? " reason:" : " reasons:"));
        e.problems().stream().limit(LARGEST_REPORT)
                .forEach(problem -> report.append("\n  ").append(problem));
        return count <= LARGEST_REPORT
                ? report.toString()
                : report.append("\n  … and ").append(count - LARGEST_REPORT).append(" more")
                        .toString();
    }

    /** Never returns; declared so that callers can say {@code throw exit(…)}. */
    private static IllegalStateException exit(int status, String sentence) {
        System.err.println(sentence);
        System.exit(status);
        return new IllegalStateException(sentence);
    }

    /** The process may be older: {@code ./start} builds before it becomes this JVM. */
    private static Duration sinceStartOfJvm() {
        long startedMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Duration.between(Instant.ofEpochMilli(startedMillis), Instant.now());
    }
}
