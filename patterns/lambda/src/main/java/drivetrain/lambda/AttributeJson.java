package drivetrain.lambda;

import io.avaje.jsonb.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A DynamoDB attribute as a stream record spells it: an object with the name of one type. */
@Json
record AttributeJson(@Json.Property("S") String text, @Json.Property("N") String number,
        @Json.Property("BOOL") Boolean bool, @Json.Property("NULL") Boolean nothing,
        @Json.Property("M") Map<String, AttributeJson> map,
        @Json.Property("L") List<AttributeJson> list, @Json.Property("SS") List<String> texts,
        @Json.Property("NS") List<String> numbers, @Json.Property("B") String bytes) {

    static Map<String, AttributeValue> image(Map<String, AttributeJson> attributes) {
        return attributes == null
                ? Map.of()
                : attributes.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, attribute -> attribute.getValue().toValue()));
    }

    /** An image as a record spells it; nothing for an empty one, which a record leaves out. */
    static Map<String, AttributeJson> of(Map<String, AttributeValue> image) {
        return image.isEmpty() ? null : ofEach(image);
    }

    private static Map<String, AttributeJson> ofEach(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                Map.Entry::getKey, attribute -> of(attribute.getValue())));
    }

    private static AttributeJson of(AttributeValue value) {
        return new AttributeJson(value.s(), value.n(), value.bool(), value.nul(),
                value.hasM() ? ofEach(value.m()) : null,
                value.hasL() ? value.l().stream().map(AttributeJson::of).toList() : null,
                value.hasSs() ? value.ss() : null, value.hasNs() ? value.ns() : null,
                value.b() == null ? null : base64(value.b()));
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }

    private AttributeValue toValue() {
        var value = AttributeValue.builder().s(text).n(number).bool(bool).nul(nothing);
        if (map != null) {
            value.m(image(map));
        }
        if (list != null) {
            value.l(list.stream().map(AttributeJson::toValue).toList());
        }
        if (texts != null) {
            value.ss(texts);
        }
        if (numbers != null) {
            value.ns(numbers);
        }
        if (bytes != null) {
            value.b(SdkBytes.fromByteArray(Base64.getDecoder().decode(bytes)));
        }
        return value.build();
    }
}
