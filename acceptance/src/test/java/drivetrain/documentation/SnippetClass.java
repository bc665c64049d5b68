package drivetrain.documentation;

import drivetrain.documentation.fixture.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * An example as a class: the imports of {@link Imports}, and the example as the body of a method of
 * its fixture. Nothing else is added.
 */
final class SnippetClass {
    private static final String NAME = "Snippet";
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for all, since it reads the class path only once. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null,
            Locale.ROOT, StandardCharsets.UTF_8);

    private final Block block;
    private final String head;

    SnippetClass(Block block) {
        this.block = block;
        this.head = Imports.TEXT
                + "public final class %s extends %s {\n@Override\npublic void run()"
                        .formatted(NAME, fixture(block))
                + " throws Exception {\n";
    }

    private static String fixture(Block block) {
        return block.mark().filter(mark -> mark.kind() == Mark.Kind.FIXTURE).map(Mark::text)
                .map(name -> Fixture.class.getPackageName() + "." + name)
                .orElse(Fixture.class.getName());
    }

    /**
     * Compiles and runs it.
     *
     * @param folder an empty one, for the class
     * @throws AssertionError with the page, the line and what the compiler says, or what the
     *     example or its fixture found wrong
     */
    void run(Path folder, Surroundings surroundings) throws Exception {
        compile(folder);
        try (var loader = new URLClassLoader(new URL[]{url(folder)},
                getClass().getClassLoader())) {
            Fixture example = (Fixture) loader.loadClass(NAME).getDeclaredConstructor()
                    .newInstance();
            run(example, surroundings);
        }
    }

    private void run(Fixture example, Surroundings surroundings) throws Exception {
        try (example) {
            example.given(surroundings.dynamoDb(), ProjectFolder.root());
            example.run();
            example.then();
        } catch (Exception | AssertionError failed) {
            throw new AssertionError(place(failed) + ": " + failed, failed);
        }
    }

    private void compile(Path folder) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        boolean compiled = COMPILER.getTask(null, FILES, problems,
                List.of("-d", folder.toString(), "-proc:none", "-Xlint:none", "-classpath",
                        System.getProperty("java.class.path")),
                null, List.of(new Source(head + block.text() + "}\n}\n"))).call();
        if (!compiled) {
            throw new AssertionError(problems.getDiagnostics().stream()
                    .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                    .map(problem -> block.place(problem.getLineNumber() - linesBefore()) + ": "
                            + problem.getMessage(Locale.ROOT))
                    .collect(Collectors.joining("\n")));
        }
    }

    private String place(Throwable failed) {
        for (StackTraceElement frame : failed.getStackTrace()) {
            if (frame.getClassName().startsWith(NAME)) {
                return block.place(frame.getLineNumber() - linesBefore());
            }
        }
        return block.place() + ", as its fixture finds";
    }

    private long linesBefore() {
        return head.lines().count();
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + NAME + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
