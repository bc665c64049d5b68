package drivetrain.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The pages of the documentation, and their fenced blocks. */
final class Pages {
    private static final String DOCS = "{README,docs/*,patterns/*/README,local/*/README}.md";
    private static final Parser MARKDOWN = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private Pages() {}

    /** Every page, by its path from the project's root, sorted. */
    static List<String> all() {
        PathMatcher documentation = FileSystems.getDefault().getPathMatcher("glob:" + DOCS);
        Path root = ProjectFolder.root();
        return Stream.of("", "docs", "patterns", "local").flatMap(folder -> under(folder).stream())
                .map(root::relativize).filter(documentation::matches)
                .map(page -> page.toString().replace('\\', '/')).sorted().distinct().toList();
    }

    private static List<Path> under(String folder) {
        try (Stream<Path> files = Files.walk(ProjectFolder.path(folder),
                folder.isEmpty() ? 1 : 2)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of all pages in a language. */
    static List<Block> blocks(String language) {
        return all().stream().flatMap(page -> blocks(page, language).stream()).toList();
    }

    /** The blocks of a page in a language, from top to bottom. */
    static List<Block> blocks(String page, String language) {
        try {
            return read(page, Files.readString(ProjectFolder.path(page))).stream()
                    .filter(block -> block.language().equals(language)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of a text in Markdown. */
    static List<Block> read(String page, String markdown) {
        List<Block> found = new ArrayList<>();
        MARKDOWN.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock fence) {
                int fenceLine = fence.getSourceSpans().getFirst().getLineIndex() + 1;
                found.add(new Block(page, fenceLine + 1, fence.getInfo(), fence.getLiteral(),
                        markAbove(fence)));
            }
        });
        return found;
    }

    private static Optional<Mark> markAbove(Node block) {
        return block.getPrevious() instanceof HtmlBlock comment
                ? Mark.in(comment.getLiteral())
                : Optional.empty();
    }
}
