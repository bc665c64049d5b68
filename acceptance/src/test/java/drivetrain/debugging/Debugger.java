package drivetrain.debugging;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector.Argument;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A debugger as IDEs are: it attaches to a port, sets breakpoints, and holds what comes there. */
final class Debugger implements AutoCloseable {
    private final VirtualMachine machine;
    private final List<Breakpoint> breakpoints = new CopyOnWriteArrayList<>();

    private Debugger(VirtualMachine machine) {
        this.machine = machine;
        Thread.ofPlatform().daemon().name("debugger").start(this::listen);
    }

    static Debugger attach(int port) throws IOException, IllegalConnectorArgumentsException {
        AttachingConnector socket = Bootstrap.virtualMachineManager().attachingConnectors()
                .stream().filter(one -> one.name().equals("com.sun.jdi.SocketAttach")).findFirst()
                .orElseThrow();
        Map<String, Argument> arguments = socket.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        return new Debugger(socket.attach(arguments));
    }

    /**
     * Stops at the first line of a method, in every class of the name that is loaded or will be.
     * What comes there second isn't held.
     */
    Breakpoint stopIn(String className, String method, Policy policy) {
        Breakpoint breakpoint = new Breakpoint(className, method, policy);
        breakpoints.add(breakpoint);
        ClassPrepareRequest loaded = machine.eventRequestManager().createClassPrepareRequest();
        loaded.addClassFilter(className);
        loaded.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        loaded.enable();
        machine.classesByName(className).forEach(breakpoint::setIn);
        return breakpoint;
    }

    private void listen() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                EventSet events = machine.eventQueue().remove();
                if (events.stream().noneMatch(this::holds)) {
                    events.resume();
                }
            }
        } catch (VMDisconnectedException ended) {
            breakpoints.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean holds(Event event) {
        switch (event) {
            case ClassPrepareEvent prepared -> breakpoints.stream()
                    .filter(one -> one.className().equals(prepared.referenceType().name()))
                    .forEach(one -> one.setIn(prepared.referenceType()));
            case BreakpointEvent reached -> {
                Breakpoint breakpoint = (Breakpoint) reached.request().getProperty("breakpoint");
                return breakpoint.reached();
            }
            default -> {
                // Nothing else was asked for but the machine's start and end.
            }
        }
        return false;
    }

    /** Lets all go on and leaves. */
    @Override
    public void close() {
        try {
            machine.dispose();
        } catch (VMDisconnectedException ended) {
            breakpoints.clear();
        }
    }

    /** What is held: in IntelliJ IDEA and VS Code, a breakpoint's suspend policy. */
    enum Policy {
        ALL(EventRequest.SUSPEND_ALL), THREAD(EventRequest.SUSPEND_EVENT_THREAD);

        private final int number;

        Policy(int number) {
            this.number = number;
        }
    }

    /** One breakpoint. */
    final class Breakpoint implements AutoCloseable {
        private final String className;
        private final String method;
        private final Policy policy;
        private final List<BreakpointRequest> requests = new CopyOnWriteArrayList<>();
        private int hits;
        private boolean holding;

        private Breakpoint(String className, String method, Policy policy) {
            this.className = className;
            this.method = method;
            this.policy = policy;
        }

        String className() {
            return className;
        }

        private synchronized void setIn(ReferenceType type) {
            if (requests.stream().anyMatch(set -> set.location().declaringType().equals(type))) {
                return;
            }
            Method found = type.methodsByName(method).getFirst();
            BreakpointRequest request = machine.eventRequestManager()
                    .createBreakpointRequest(found.location());
            request.setSuspendPolicy(policy.number);
            request.putProperty("breakpoint", this);
            request.enable();
            requests.add(request);
        }

        private synchronized boolean reached() {
            hits++;
            holding = hits == 1;
            notifyAll();
            return holding;
        }

        /** How often a thread has come here. */
        synchronized int hits() {
            return hits;
        }

        /** Waits until a thread is held here. */
        synchronized void awaitHold(long millis) throws InterruptedException {
            long end = System.currentTimeMillis() + millis;
            while (!holding) {
                long left = end - System.currentTimeMillis();
                if (left <= 0) {
                    throw new IllegalStateException("Nothing came to " + className + "." + method);
                }
                wait(left);
            }
        }

        /** Lets what is held go on; the breakpoint still counts. */
        synchronized void goOn() {
            if (holding) {
                holding = false;
                machine.resume();
            }
        }

        /** Lets what is held go on, and forgets the breakpoint. */
        @Override
        public void close() {
            breakpoints.remove(this);
            machine.eventRequestManager().deleteEventRequests(requests);
            goOn();
        }
    }
}
