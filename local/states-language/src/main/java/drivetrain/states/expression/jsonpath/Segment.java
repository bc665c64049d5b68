package drivetrain.states.expression.jsonpath;

import java.util.List;

/** One step of a path. */
sealed interface Segment {

    /** Whether it leads to at most one value. */
    default boolean definite() {
        return false;
    }

    /** Members by name: {@code .a}, {@code ['a']}, {@code ['a','b']}. */
    record Members(List<String> names) implements Segment {
        @Override
        public boolean definite() {
            return names.size() == 1;
        }
    }

    /** Elements by position: {@code [0]}, {@code [-1]}, {@code [0,2]}. */
    record Elements(List<Integer> indices) implements Segment {
        @Override
        public boolean definite() {
            return indices.size() == 1;
        }
    }

    /** {@code [from:to:step]}; from and to may be null. */
    record Slice(Integer from, Integer to, int step) implements Segment {}

    /** {@code *}. */
    record Wildcard() implements Segment {}

    /** {@code ..}: the value itself and all values below it. */
    record Descend() implements Segment {}

    /** {@code [?(...)]}. */
    record Where(Filter filter) implements Segment {}
}
