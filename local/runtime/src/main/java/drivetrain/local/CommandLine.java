package drivetrain.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The options of {@link Main}. */
record CommandLine(Path template, int apiPort, int awsPort, Map<String, String> parameters,
        boolean seed, boolean logs, OptionalInt debugPort, boolean check, boolean help) {
    static final String HELP = """
            Runs the whole application on this machine, from its template.yaml.

            Usage: ./start [options]

              --api-port N      port of the API (default 3000; 0: any free one)
              --aws-port N      port of the AWS endpoint (default 4566; 0: any free one); the
                                payment provider and the carrier have the two after it
              --template FILE   the SAM template (default template.yaml)
              --param K=V       a value for a parameter of the template; may be given several times
              --no-seed         don't load sample products and stock
              --logs            print what the functions log, not just their errors
              --debug[=PORT]    wait for a debugger on a port (default 5005), and let the time stand
                                still while it holds a thread; see docs/debugging.md
              --check           start, load, stop: the exit status tells whether all is well
              --rebuild         build first, even if nothing seems to have changed
              --help            print this

            Everything listens on 127.0.0.1 only and keeps its data in memory. Ctrl-C stops it.
            """;
    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads the arguments.
     *
     * @throws StartFailure
     *             if they don't make sense
     */
    static CommandLine parse(List<String> arguments) {
        Path template = Path.of("template.yaml");
        int apiPort = 3000;
        int awsPort = 4566;
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean seed = true;
        boolean logs = false;
        OptionalInt debugPort = OptionalInt.empty();
        boolean check = false;
        boolean help = false;
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String option = left.next();
            switch (option) {
                case "--template" -> template = Path.of(value(option, left));
                case "--api-port" -> apiPort = port(option, value(option, left));
                case "--aws-port" -> awsPort = port(option, value(option, left));
                case "--param" -> parameter(value(option, left), parameters);
                case "--no-seed" -> seed = false;
                case "--logs" -> logs = true;
                case "--debug" -> debugPort = OptionalInt.of(port(option, value(option, left)));
                case "--check" -> check = true;
                case "--help", "-h" -> help = true;
                default -> throw new StartFailure(
                        "There is no option " + option + "; see ./start --help.");
            }
        }
        return new CommandLine(template, apiPort, awsPort, parameters, seed, logs, debugPort,
                check, help);
    }

    private static String value(String option, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new StartFailure(option + " needs a value; see ./start --help.");
        }
        return left.next();
    }

    private static int port(String option, String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > LARGEST_PORT) {
            throw new StartFailure(option + " needs a port number, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static void parameter(String pair, Map<String, String> parameters) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new StartFailure("--param needs name=value, not " + pair + ".");
        }
        parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
}
