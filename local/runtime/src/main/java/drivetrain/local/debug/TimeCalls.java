package drivetrain.local.debug;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.stream.StreamSupport;

/**
 * Sends the calls by which classes ask for the time, or set a timeout, to {@link HeldTime} and
 * {@link HeldTimeouts}, while the classes load: those of the runtime, of its libraries and of
 * the deployment packages, none of the JDK's. Files stay as they are.
 */
final class TimeCalls implements ClassFileTransformer {
    private static final String OWN = "drivetrain/local/debug/";

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined,
            ProtectionDomain domain, byte[] bytes) {
        if (name == null || name.startsWith(OWN) || !seesOwn(loader)) {
            return null;
        }
        try {
            return rewrite(bytes, loader);
        } catch (RuntimeException | LinkageError e) { // The JVM would swallow it.
            System.err.println("Time passes in " + name + " while threads are held: " + e);
            return null;
        }
    }

    /** The program's class path, and the deployment packages, whose parent passes these classes on. */
    private static boolean seesOwn(ClassLoader loader) {
        ClassLoader one = loader;
        while (one != null) {
            if (one.equals(TimeCalls.class.getClassLoader())
                    || "lambda-api".equals(one.getName())) {
                return true;
            }
            one = one.getParent();
        }
        return false;
    }

    /** The class with its calls redirected, or null if it has none of them. */
    static byte[] rewrite(byte[] bytes, ClassLoader loader) {
        ClassFile files = ClassFile.of();
        ClassModel read = files.parse(bytes);
        if (StreamSupport.stream(read.constantPool().spliterator(), false)
                .noneMatch(TimeCalls::isOfInterest)) {
            return null;
        }
        ClassHierarchyResolver types = Redirection.OWN_TYPES
                .orElse(ClassHierarchyResolver.ofResourceParsing(loader)).cached();
        boolean isTimer = read.superclass().map(ClassEntry::asInternalName)
                .filter(Redirection.TIMERS::equals).isPresent();
        return ClassFile.of(ClassHierarchyResolverOption.of(types)).transformClass(read,
                ClassTransform.transformingMethodBodies(new Redirection(isTimer)));
    }

    private static boolean isOfInterest(PoolEntry entry) {
        return entry instanceof MemberRefEntry member && Redirection.concerns(
                member.owner().asInternalName(), member.name().stringValue(),
                member.type().stringValue());
    }
}
