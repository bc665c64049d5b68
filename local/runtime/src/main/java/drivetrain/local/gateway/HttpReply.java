package drivetrain.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP response; header names may have any case. */
@SuppressWarnings("ArrayRecordComponent") // Written once; nobody compares responses.
record HttpReply(int status, Map<String, List<String>> headers, byte[] body) {

    HttpReply {
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }
}
