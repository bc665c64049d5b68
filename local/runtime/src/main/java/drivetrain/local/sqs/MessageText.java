package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How SQS writes a message, for those who write it into something else than its API. */
public final class MessageText {
    private MessageText() {}

    /** The attributes that SQS keeps of a message, such as {@code ApproximateReceiveCount}. */
    public static ObjectNode systemAttributes(Message message) {
        return Received.systemAttributes(message);
    }

    /** The MD5 digest of a text in UTF-8, in hexadecimal. */
    public static String md5(String text) {
        return Digests.ofText(text);
    }
}
