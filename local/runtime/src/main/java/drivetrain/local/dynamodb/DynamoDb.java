package drivetrain.local.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.template.TableResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.exceptions.ExceptionBean;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

/**
 * DynamoDB Local in this JVM, its data in memory. Calls may come from any thread and block it until
 * they are answered.
 *
 * <p>It is put together from DynamoDB Local's own parts instead of its server, so that a call costs
 * no HTTP and nothing reports home. Differences from DynamoDB that matter: transactions wait for
 * one another instead of being cancelled with {@code TransactionConflict}, tables never throttle,
 * expired items stay, and indexes come with {@code CreateTable} only.
 */
public final class DynamoDb implements AutoCloseable {
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_ERROR = 500;

    private final Arns arns;
    private final Database database;
    private final AmazonDynamoDBLocal local;
    private final Operations operations;
    private final DynamoDbObjectMapper json = new DynamoDbObjectMapper();
    private final Map<String, List<Runnable>> bells = new ConcurrentHashMap<>();

    private DynamoDb(Arns arns, Database database, AmazonDynamoDBLocal local) {
        this.arns = arns;
        this.database = database;
        this.local = local;
        operations = new Operations(local);
    }

    /** Starts without tables; ARNs in answers are of this region and account. */
    public static DynamoDb start(String region, String accountId) {
        try {
            SQLiteLibraryLoader.initialize();
        } catch (Exception cause) {
            throw new IllegalStateException("DynamoDB Local has no native library for this machine",
                    cause);
        }
        var database = new Database();
        var local = new LocalDBClient(database, new JobsRegister(noJobs(), false));
        return new DynamoDb(new Arns(region, accountId), database, local);
    }

    /**
     * DynamoDB Local's jobs poll, on threads that would wait for the database while they hold locks:
     * they delete expired items, close shards after hours, and build indexes of old tables.
     */
    private static ExecutorService noJobs() {
        var none = new ThreadPoolExecutor(0, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>(),
                new ThreadPoolExecutor.DiscardPolicy());
        none.shutdown();
        return none;
    }

    /** Creates a table of the application, with its keys, indexes, stream and TTL attribute. */
    public void create(TableResource table) {
        call("CreateTable", table.createTable());
        table.timeToLiveAttribute().ifPresent(name -> call("UpdateTimeToLive", ttl(table, name)));
    }

    private static ObjectNode ttl(TableResource table, String attribute) {
        var request = JsonNodeFactory.instance.objectNode().put("TableName", table.name());
        request.putObject("TimeToLiveSpecification").put("AttributeName", attribute)
                .put("Enabled", true);
        return request;
    }

    /**
     * Calls an operation.
     *
     * @param operation
     *            as in the API reference of DynamoDB or DynamoDB Streams, such as {@code PutItem}
     * @param request
     *            JSON in UTF-8
     * @throws AwsFailure
     *             for every error that DynamoDB answers
     */
    public DynamoDbAnswer call(String operation, byte[] request) {
        return call(operation, request, decoded -> {});
    }

    /**
     * Calls an operation, if nothing speaks against it.
     *
     * @param check
     *            sees the request before it has an effect; what it throws is thrown here
     * @throws AwsFailure
     *             for every error that DynamoDB answers
     */
    public DynamoDbAnswer call(String operation, byte[] request, Consumer<SdkRequest> check) {
        var called = find(operation);
        var hasArns = Arns.heldBy(operation);
        try {
            var decoded = json.readValue(hasArns ? arns.toLocal(request) : request, called.type());
            check.accept(decoded);
            var outcome = run(called, decoded);
            var body = json.writeValueAsBytes(outcome.answer());
            return new DynamoDbAnswer(hasArns ? arns.toOurs(body) : body, outcome.consumed());
        } catch (JsonProcessingException malformed) {
            throw new AwsFailure(BAD_REQUEST, "SerializationException",
                    malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Calls an operation with JSON in memory.
     *
     * @throws AwsFailure
     *             for every error that DynamoDB answers
     */
    public JsonNode call(String operation, JsonNode request) {
        try {
            return json.readTree(call(operation, json.writeValueAsBytes(request)).body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Opens a reader at the oldest record of a table's stream. */
    public StreamReader stream(String tableName) {
        return new StreamReader(database, local, tableName, json);
    }

    /**
     * Has a bell rung after each write to a table, once its stream records can be read. The bell
     * must return at once. It may also ring for writes that changed nothing.
     */
    public void onWrite(String tableName, Runnable bell) {
        bells.computeIfAbsent(tableName, name -> new CopyOnWriteArrayList<>()).add(bell);
    }

    /** Stops it and forgets all data. */
    @Override
    public void close() {
        local.shutdownNow();
    }

    private Operation<?, ?> find(String operation) {
        var found = operations.named(operation);
        if (found == null) {
            throw new AwsFailure(BAD_REQUEST, "UnknownOperationException", "DynamoDB Local has no "
                    + operation + "; it has " + operations.names());
        }
        return found;
    }

    private Operation.Outcome run(Operation<?, ?> operation,
            SdkRequest request) {
        try {
            var outcome = database.run(() -> operation.call(request));
            if (operation.writes()) {
                outcome.consumed().forEach(use -> ring(use.tableName()));
            }
            return outcome;
        } catch (DynamoDBLocalServiceException refused) {
            throw translate(refused);
        }
    }

    private void ring(String tableName) {
        bells.getOrDefault(tableName, List.of()).forEach(Runnable::run);
    }

    private AwsFailure translate(DynamoDBLocalServiceException refused) {
        var code = refused.getErrorCode();
        var status = refused.statusCode() == 0 ? INTERNAL_ERROR : refused.statusCode();
        var members = json.<ObjectNode>valueToTree(new ExceptionBean(code, refused.getMessage(),
                refused.getCancellationReasons(), refused.getItem()));
        members.remove(List.of("__type", "message", "Message"));
        return new AwsFailure(status, code, refused.getMessage(), members);
    }
}
