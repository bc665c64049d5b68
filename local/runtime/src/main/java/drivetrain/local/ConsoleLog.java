package drivetrain.local;

import drivetrain.local.lambda.FunctionLog;
import java.io.PrintStream;

/** Prints what functions log, a line each with the function's name: everything, or errors only. */
final class ConsoleLog implements FunctionLog {
    private final PrintStream out;
    private final boolean everything;

    ConsoleLog(PrintStream out, boolean everything) {
        this.out = out;
        this.everything = everything;
    }

    @Override
    public void write(String functionName, String text) {
        text.lines().filter(this::isShown)
                .forEach(line -> out.println("[" + functionName + "] " + line));
    }

    private boolean isShown(String line) {
        return everything || line.startsWith("ERROR ") || line.contains("\"level\":\"ERROR\"")
                || line.contains("was rebuilt");
    }
}
