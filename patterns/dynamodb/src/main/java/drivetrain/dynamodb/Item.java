package drivetrain.dynamodb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item, or the values of an expression, by typed names. Immutable.
 *
 * <p>Reading an attribute that is missing or of another type throws {@link MalformedItem}: the table
 * holds something that this code did not write.
 *
 * @param attributes the item as the SDK takes and gives it
 */
public record Item(Map<String, AttributeValue> attributes) {
    private static final Item EMPTY = new Item(Map.of());

    public Item {
        attributes = Map.copyOf(attributes);
    }

    /** An item without attributes, to start from. */
    public static Item empty() {
        return EMPTY;
    }

    public Item text(String name, String value) {
        return with(name, AttributeValue.fromS(value));
    }

    public Item number(String name, long value) {
        return with(name, AttributeValue.fromN(Long.toString(value)));
    }

    public Item flag(String name, boolean value) {
        return with(name, AttributeValue.fromBool(value));
    }

    /** An instant, as ISO 8601 text in UTC with milliseconds, so that it sorts by time. */
    public Item instant(String name, Instant value) {
        return text(name, InstantText.of(value));
    }

    public Item list(String name, List<Item> items) {
        return with(name, AttributeValue.fromL(items.stream()
                .map(item -> AttributeValue.fromM(item.attributes())).toList()));
    }

    public Item map(String name, Item item) {
        return with(name, AttributeValue.fromM(item.attributes()));
    }

    /** The same item with one attribute more, or another value of it. */
    public Item with(String name, AttributeValue value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(name, value);
        return new Item(more);
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public String text(String name) {
        return require(name, AttributeValue::s);
    }

    public long number(String name) {
        return Long.parseLong(require(name, AttributeValue::n));
    }

    public boolean flag(String name) {
        return require(name, AttributeValue::bool);
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public List<Item> list(String name) {
        var value = attributes.get(name);
        if (value == null || !value.hasL()) {
            throw new MalformedItem(name);
        }
        return value.l().stream().map(element -> new Item(element.m())).toList();
    }

    public Item map(String name) {
        var value = attributes.get(name);
        if (value == null || !value.hasM()) {
            throw new MalformedItem(name);
        }
        return new Item(value.m());
    }

    private <T> T require(String name, Function<AttributeValue, T> type) {
        var value = attributes.get(name);
        var typed = value == null ? null : type.apply(value);
        if (typed == null) {
            throw new MalformedItem(name);
        }
        return typed;
    }
}
