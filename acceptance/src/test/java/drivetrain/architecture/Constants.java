package drivetrain.architecture;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The texts that compiled classes hold. */
final class Constants {
    private Constants() {}

    /** Every string constant of the classes under a folder. */
    static Set<String> of(Path folder) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        Set<String> constants = new HashSet<>();
        for (Path file : classes) {
            for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
                if (entry instanceof StringEntry text) {
                    constants.add(text.stringValue());
                }
            }
        }
        return constants;
    }
}
