package drivetrain.local.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param createTable
 *            the request of {@code CreateTable}: keys, indexes, stream and billing mode
 * @param streamArn
 *            what {@code !GetAtt Table.StreamArn} resolves to, when the table has a stream
 * @param timeToLiveAttribute
 *            the attribute of {@code UpdateTimeToLive}, when enabled
 */
public record TableResource(SourceLine source, String logicalId, String name, String arn,
        ObjectNode createTable, Optional<String> streamArn, Optional<String> timeToLiveAttribute) {}
