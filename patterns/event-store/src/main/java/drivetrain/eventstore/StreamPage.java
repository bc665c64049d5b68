package drivetrain.eventstore;

import java.util.List;
import java.util.Optional;

/**
 * Some of the streams of a log.
 *
 * @param eventsRead how many events were gone through to find them: what of the log is done
 * @param next where the next page begins; empty after the last
 */
public record StreamPage(List<String> streamIds, long eventsRead, Optional<String> next) {
    public StreamPage {
        streamIds = List.copyOf(streamIds);
    }
}
