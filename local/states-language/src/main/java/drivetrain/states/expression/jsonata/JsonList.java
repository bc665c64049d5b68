package drivetrain.states.expression.jsonata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.AbstractList;
import java.util.RandomAccess;

/** A JSON array as JSONata sees it: read-only, and converted no further than it is looked at. */
final class JsonList extends AbstractList<Object> implements RandomAccess {

    private final ArrayNode node;

    JsonList(ArrayNode node) {
        this.node = node;
    }

    ArrayNode node() {
        return node;
    }

    @Override
    public Object get(int index) {
        return Values.toJsonata(node.get(index));
    }

    @Override
    public int size() {
        return node.size();
    }
}
