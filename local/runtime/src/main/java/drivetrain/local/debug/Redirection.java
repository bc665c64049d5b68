package drivetrain.local.debug;

import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Which calls go where, and how the instructions that make them change. */
final class Redirection implements CodeTransform {
    static final String TIMERS = "java/util/concurrent/ScheduledThreadPoolExecutor";

    private static final ClassDesc TIME = ClassDesc.of(HeldTime.class.getName());
    private static final ClassDesc TIMEOUTS = ClassDesc.of(HeldTimeouts.class.getName());
    private static final ClassDesc HELD_TIMERS = ClassDesc.of(HeldTimers.class.getName());
    /** What packages can load, but not read as a file. */
    static final ClassHierarchyResolver OWN_TYPES = ClassHierarchyResolver.of(Set.of(),
            Map.of(HELD_TIMERS, ClassDesc.ofInternalName(TIMERS)));
    private static final ClassDesc CLOCK = ClassDesc.of("java.time.Clock");
    private static final String CONSTRUCTOR = "<init>";
    private static final String UNIT = "Ljava/util/concurrent/TimeUnit;";
    private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";

    /** Static methods, which have one of the same name and type there. */
    private static final Map<String, ClassDesc> STATIC = Map.ofEntries(
            Map.entry("java/lang/System.nanoTime()J", TIME),
            Map.entry("java/lang/System.currentTimeMillis()J", TIME),
            Map.entry("java/time/Instant.now()Ljava/time/Instant;", TIME),
            Map.entry("java/time/Clock.systemUTC()Ljava/time/Clock;", TIME),
            Map.entry("java/time/Clock.systemDefaultZone()Ljava/time/Clock;", TIME),
            Map.entry(clockOf("system"), TIME), Map.entry(clockOf("tickMillis"), TIME),
            Map.entry(clockOf("tickSeconds"), TIME), Map.entry(clockOf("tickMinutes"), TIME),
            Map.entry("java/time/InstantSource.system()Ljava/time/InstantSource;", TIME),
            Map.entry(pool("newScheduledThreadPool", "I"), TIMEOUTS),
            Map.entry(pool("newScheduledThreadPool", "ILjava/util/concurrent/ThreadFactory;"),
                    TIMEOUTS),
            Map.entry(pool("newSingleThreadScheduledExecutor", ""), TIMEOUTS),
            Map.entry(pool("newSingleThreadScheduledExecutor",
                    "Ljava/util/concurrent/ThreadFactory;"), TIMEOUTS));

    /** Methods of objects: a static one of the name has the object as its first parameter. */
    private static final Map<String, String> OF_OBJECTS = Map.of(
            "get(J" + UNIT + ")Ljava/lang/Object;", "java/util/concurrent/Future",
            "orTimeout(J" + UNIT + ")" + FUTURE, "java/util/concurrent/CompletableFuture",
            "completeOnTimeout(Ljava/lang/Object;J" + UNIT + ")" + FUTURE,
            "java/util/concurrent/CompletableFuture",
            "setReadTimeout(I)V", "java/net/URLConnection",
            "setConnectTimeout(I)V", "java/net/URLConnection",
            "setSoTimeout(I)V", "java/net/Socket",
            "connectTimeout(Ljava/time/Duration;)Ljava/net/http/HttpClient$Builder;",
            "java/net/http/HttpClient$Builder",
            "timeout(Ljava/time/Duration;)Ljava/net/http/HttpRequest$Builder;",
            "java/net/http/HttpRequest$Builder");

    /** Types of the JDK by which those methods are called, beside the one that declares them. */
    private static final Map<String, Set<String>> SUBTYPES = Map.of(
            "java/util/concurrent/Future",
            Set.of("java/util/concurrent/CompletableFuture", "java/util/concurrent/FutureTask",
                    "java/util/concurrent/ScheduledFuture", "java/util/concurrent/ForkJoinTask"),
            "java/net/URLConnection",
            Set.of("java/net/HttpURLConnection", "javax/net/ssl/HttpsURLConnection"),
            "java/net/Socket", Set.of("javax/net/ssl/SSLSocket"));

    private final boolean isTimer;

    /**
     * For the methods of one class.
     *
     * @param isTimer that it extends the JDK's timers, so that it calls their constructor for itself
     */
    Redirection(boolean isTimer) {
        this.isTimer = isTimer;
    }

    private static String clockOf(String name) {
        return "java/time/Clock." + name + "(Ljava/time/ZoneId;)Ljava/time/Clock;";
    }

    private static String pool(String name, String parameters) {
        return "java/util/concurrent/Executors." + name + "(" + parameters
                + ")Ljava/util/concurrent/ScheduledExecutorService;";
    }

    static boolean concerns(String owner, String name, String type) {
        return STATIC.containsKey(owner + "." + name + type) || isOfObject(owner, name + type)
                || isNow(owner, name, type) || isTimers(owner, name) || isDate(owner, name, type);
    }

    private static boolean isOfObject(String owner, String nameAndType) {
        String declaredBy = OF_OBJECTS.get(nameAndType);
        return declaredBy != null && (declaredBy.equals(owner)
                || SUBTYPES.getOrDefault(declaredBy, Set.of()).contains(owner));
    }

    /** {@code LocalDate.now()} and its like, which there are with a clock, too. */
    private static boolean isNow(String owner, String name, String type) {
        return owner.startsWith("java/time/") && name.equals("now")
                && (type.startsWith("()") || type.startsWith("(Ljava/time/ZoneId;)"));
    }

    private static boolean isTimers(String owner, String name) {
        return owner.equals(TIMERS) && name.equals(CONSTRUCTOR);
    }

    private static boolean isDate(String owner, String name, String type) {
        return owner.equals("java/util/Date") && name.equals(CONSTRUCTOR) && type.equals("()V");
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> call(code, call);
            case NewObjectInstruction made when !isTimer
                    && made.className().asInternalName().equals(TIMERS) ->
                code.new_(HELD_TIMERS);
            case InvokeDynamicInstruction lambda -> lambda(code, lambda);
            default -> code.with(element);
        }
    }

    private void call(CodeBuilder code, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        String type = call.type().stringValue();
        MethodTypeDesc typed = call.typeSymbol();
        ClassDesc place = STATIC.get(owner + "." + name + type);
        if (place != null) {
            code.invokestatic(place, name, typed);
        } else if (isOfObject(owner, name + type)) {
            code.invokestatic(TIMEOUTS, name, withObject(OF_OBJECTS.get(name + type), typed));
        } else if (isNow(owner, name, type)) {
            now(code, call.owner().asSymbol(), typed);
        } else if (isTimers(owner, name) && !isTimer) {
            code.invokespecial(HELD_TIMERS, CONSTRUCTOR, typed);
        } else if (isDate(owner, name, type)) {
            code.invokestatic(TIME, "currentTimeMillis",
                    MethodTypeDesc.of(ConstantDescs.CD_long));
            code.invokespecial(call.owner().asSymbol(), CONSTRUCTOR,
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
        } else {
            code.with(call);
        }
    }

    private static void now(CodeBuilder code, ClassDesc owner, MethodTypeDesc type) {
        code.invokestatic(TIME, type.parameterCount() == 0 ? "systemDefaultZone" : "system",
                type.changeReturnType(CLOCK));
        code.invokestatic(owner, "now", MethodTypeDesc.of(type.returnType(), CLOCK));
    }

    private static MethodTypeDesc withObject(String owner, MethodTypeDesc type) {
        return type.insertParameterTypes(0, ClassDesc.ofInternalName(owner));
    }

    /** Method references are arguments of what makes the lambda. */
    private static void lambda(CodeBuilder code, InvokeDynamicInstruction lambda) {
        ConstantDesc[] arguments = lambda.bootstrapArgs().stream().map(Redirection::redirected)
                .toArray(ConstantDesc[]::new);
        if (Arrays.asList(arguments).equals(lambda.bootstrapArgs())) {
            code.with(lambda);
        } else {
            code.invokedynamic(DynamicCallSiteDesc.of(lambda.bootstrapMethod(),
                    lambda.name().stringValue(), lambda.typeSymbol(), arguments));
        }
    }

    private static ConstantDesc redirected(ConstantDesc argument) {
        if (!(argument instanceof DirectMethodHandleDesc handle)) {
            return argument;
        }
        String owner = handle.owner().descriptorString();
        String internal = owner.startsWith("L") ? owner.substring(1, owner.length() - 1) : owner;
        ClassDesc place = STATIC
                .get(internal + "." + handle.methodName() + handle.lookupDescriptor());
        return place == null
                ? argument
                : MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, place,
                        handle.methodName(),
                        MethodTypeDesc.ofDescriptor(handle.lookupDescriptor()));
    }
}
