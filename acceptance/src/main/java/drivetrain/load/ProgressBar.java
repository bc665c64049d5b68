package drivetrain.load;

import java.io.PrintStream;

/** Shows how far a run is: redrawn on a terminal, a line for each tenth elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 40;
    private static final int STEPS_WITHOUT_TERMINAL = 10;

    private final String what;
    private final int total;
    private final PrintStream out;
    private final boolean terminal;
    private int done;

    ProgressBar(String what, int total, PrintStream out, boolean terminal) {
        this.what = what;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
    }

    /** One more is done. Safe for many threads. */
    synchronized void step() {
        int before = done++;
        int steps = terminal ? WIDTH * 5 : STEPS_WITHOUT_TERMINAL;
        if (before * steps / total != done * steps / total) {
            draw();
        }
    }

    private void draw() {
        int filled = WIDTH * done / total;
        String bar = "%-10s [%s%s] %d/%d".formatted(what, "#".repeat(filled),
                " ".repeat(WIDTH - filled), done, total);
        if (terminal) {
            out.print("\r" + bar + (done == total ? "\n" : ""));
            out.flush();
        } else {
            out.println(bar);
        }
    }
}
