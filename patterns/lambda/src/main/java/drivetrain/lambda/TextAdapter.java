package drivetrain.lambda;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;

/**
 * Texts of any characters and length. avaje-jsonb 3.11 and older write a long text in chunks of 512
 * characters, and fail when a character beyond the basic plane (an emoji) lies across two of them, or
 * when there is half of one; so a text that has such a character is escaped here.
 */
final class TextAdapter implements JsonAdapter<String> {
    @Override
    public void toJson(JsonWriter writer, String text) {
        if (text != null && text.chars().anyMatch(unit -> Character.isSurrogate((char) unit))) {
            writer.rawValue(RawJson.quoted(text));
        } else {
            writer.value(text);
        }
    }

    @Override
    public String fromJson(JsonReader reader) {
        return reader.readString();
    }
}
