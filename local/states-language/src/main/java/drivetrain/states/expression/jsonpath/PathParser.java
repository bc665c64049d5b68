package drivetrain.states.expression.jsonpath;

import drivetrain.states.expression.InvalidExpression;
import java.util.ArrayList;
import java.util.List;

/** Parses a path. */
final class PathParser {

    private static final String NAME_ENDS = ".[ \t()=!<>&|,]";

    private final Cursor cursor;

    PathParser(String text) {
        this(new Cursor(text));
    }

    PathParser(Cursor cursor) {
        this.cursor = cursor;
    }

    JsonPath parse() throws InvalidExpression {
        cursor.expect("$");
        JsonPath path = segments();
        if (!cursor.atEnd()) {
            throw cursor.error("something unexpected follows");
        }
        return path;
    }

    /** Parses what follows {@code $} or {@code @}, as far as it goes. */
    JsonPath segments() throws InvalidExpression {
        List<Segment> segments = new ArrayList<>();
        while (cursor.peek() == '.' || cursor.peek() == '[') {
            if (cursor.take("..")) {
                segments.add(new Segment.Descend());
                segments.add(cursor.peek() == '[' ? bracket() : member());
            } else if (cursor.take(".")) {
                segments.add(cursor.peek() == '[' ? bracket() : member());
            } else {
                segments.add(bracket());
            }
        }
        return new JsonPath(segments);
    }

    private Segment member() throws InvalidExpression {
        if (cursor.take("*")) {
            return new Segment.Wildcard();
        }
        String name = cursor.until(NAME_ENDS);
        if (name.isEmpty()) {
            throw cursor.error("a name is missing");
        }
        if (cursor.peek() == '(') {
            throw cursor.error("functions aren't supported");
        }
        return new Segment.Members(List.of(name));
    }

    private Segment bracket() throws InvalidExpression {
        cursor.expect("[");
        cursor.skipSpace();
        Segment segment;
        if (cursor.take("*")) {
            segment = new Segment.Wildcard();
        } else if (cursor.take("?")) {
            cursor.expect("(");
            segment = new Segment.Where(new FilterParser(cursor).parse());
            cursor.expect(")");
        } else if (cursor.peek() == '\'' || cursor.peek() == '"') {
            segment = names();
        } else {
            segment = positions();
        }
        cursor.expect("]");
        return segment;
    }

    private Segment names() throws InvalidExpression {
        List<String> names = new ArrayList<>();
        do {
            cursor.skipSpace();
            if (cursor.peek() != '\'' && cursor.peek() != '"') {
                throw cursor.error("a quoted name is missing");
            }
            names.add(cursor.quoted());
        } while (cursor.takeAfterSpace(","));
        return new Segment.Members(names);
    }

    private Segment positions() throws InvalidExpression {
        String text = cursor.until("]").strip();
        try {
            if (text.contains(":")) {
                return slice(text.split(":", -1));
            }
            List<Integer> indices = new ArrayList<>();
            for (String index : text.split(",", -1)) {
                indices.add(Integer.valueOf(index.strip()));
            }
            return new Segment.Elements(indices);
        } catch (NumberFormatException e) {
            throw cursor.error("'" + text + "' is no position");
        }
    }

    private Segment slice(String[] part) throws InvalidExpression {
        int step = part.length > 2 && !part[2].isBlank() ? Integer.parseInt(part[2].strip()) : 1;
        if (part.length > 3 || step < 1) {
            throw cursor.error("a slice is from:to or from:to:step");
        }
        return new Segment.Slice(bound(part[0]), bound(part[1]), step);
    }

    private static Integer bound(String text) {
        return text.isBlank() ? null : Integer.valueOf(text.strip());
    }
}
