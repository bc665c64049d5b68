package drivetrain.local.debug;

import java.lang.instrument.Instrumentation;

/**
 * Has time stand still while a debugger holds a thread of this JVM ({@code -javaagent:runtime.jar}).
 */
public final class DebugAgent {
    private static volatile boolean installed;

    private DebugAgent() {}

    /** What the JVM calls before it starts the program. */
    public static void premain(String options, Instrumentation instrumentation) {
        installed = true;
        instrumentation.addTransformer(new TimeCalls());
        new BreakpointWatch(HeldTime.CLOCK).start();
    }

    /** That this JVM is being debugged: its functions need threads that show when they are held. */
    public static boolean isInstalled() {
        return installed;
    }
}
