package drivetrain.local.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;

/**
 * The SQLite database of DynamoDB Local, in memory, with whole operations run on its one thread.
 *
 * <p>DynamoDB Local hands each of the ten to thirty statements of an operation to that thread and
 * waits; with streams on, those hand-overs are more than half of what a transaction costs. Here a
 * statement that comes from the thread itself runs at once, so that an operation is handed over
 * once. All operations must come through {@link #run}, lest one that holds a lock wait for one that
 * holds the thread.
 */
final class Database extends SQLiteDBAccess {
    Database() {
        try {
            queue.stop(true).join();
            queue = new DirectQueue().start();
            var initialize = SQLiteDBAccess.class.getDeclaredMethod("initializeMetadataTables");
            initialize.setAccessible(true);
            initialize.invoke(this);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", stopped);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("DynamoDB Local isn't the version this was made for",
                    changed);
        }
    }

    /** Runs an operation and waits for it; what it throws is thrown here. */
    <T> T run(Supplier<T> operation) {
        var handedOver = new HandedOver<>(operation, new CompletableFuture<>());
        var _ = queue.execute(handedOver);
        return result(handedOver.outcome);
    }

    private static <T> T result(CompletableFuture<T> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static final class HandedOver<T> extends SQLiteJob<Void> {
        private final Supplier<T> operation;
        private final CompletableFuture<T> outcome;

        HandedOver(Supplier<T> operation, CompletableFuture<T> outcome) {
            this.operation = operation;
            this.outcome = outcome;
        }

        @Override
        protected Void job(SQLiteConnection connection) {
            try {
                outcome.complete(operation.get());
            } catch (RuntimeException | Error failure) {
                outcome.completeExceptionally(failure);
            }
            return null;
        }

        @Override
        protected void jobCancelled() {
            outcome.completeExceptionally(new IllegalStateException("DynamoDB is closed"));
        }
    }

    private static final class DirectQueue extends SQLiteQueue {
        DirectQueue() {
            super(null, task -> Thread.ofPlatform().name("dynamodb").daemon().unstarted(task));
        }

        @Override
        public <T, J extends SQLiteJob<T>> J execute(J job) {
            if (!isDatabaseThread()) {
                return super.execute(job);
            }
            try {
                executeJob(job);
                afterExecute(job);
                return job;
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
