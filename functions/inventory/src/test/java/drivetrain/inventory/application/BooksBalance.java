package drivetrain.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.Lines;
import drivetrain.inventory.domain.Reservation;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever steps come, in whatever order, twice, interrupted by each other between reading and
 * writing, or crashing before or after their effect: the books balance. The seed in a test's name
 * repeats it.
 */
public abstract class BooksBalance {
    private static final List<Sku> SKUS = List.of(new Sku("A"), new Sku("B"), new Sku("C"));
    private static final List<OrderId> ORDERS = IntStream.range(0, 6)
            .mapToObj(n -> new OrderId("order-" + n)).toList();

    private final Map<String, Integer> receipts = new HashMap<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private final int runs;
    private final int steps;
    private Stores stores;
    private Random random;
    private Inventory inventory;
    private int depth;
    private int retries;

    protected BooksBalance(int runs, int steps) {
        this.runs = runs;
        this.steps = steps;
    }

    /** Empty stores. */
    protected abstract Stores stores();

    @TestFactory
    Stream<DynamicTest> balancesAfterAnyInterleavingOfSteps() {
        int first = Integer.getInteger("seed", new Random().nextInt(1_000_000));
        return IntStream.range(first, first + runs)
                .mapToObj(seed -> dynamicTest("-Dseed=" + seed, () -> run(seed)));
    }

    private void run(int seed) {
        random = new Random(seed);
        stores = stores();
        receipts.clear();
        inventory = new Inventory(stores).over(interrupted());

        for (int step = 0; step < steps; step++) {
            anyStep();
            requireBalance();
        }

        assertThat(seen).contains(Reservation.Committed.class);
        assertThat(retries).isPositive();
    }

    private void anyStep() {
        try {
            OrderId order = ORDERS.get(random.nextInt(ORDERS.size()));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> inventory.reserve(order, linesOf(order));
                case 3 -> inventory.commit(order);
                case 4 -> release(order);
                case 5 -> inventory.releaseExpired();
                case 6 -> receive();
                default -> inventory.pass(Duration.ofMinutes(random.nextInt(20)));
            }
        } catch (VersionConflict | StorageUnavailable | ReservationLost ofTheWorkflow) {
            retries++;
        }
    }

    /** Now and then only, or every order would soon be a tombstone. */
    private void release(OrderId order) {
        if (random.nextInt(10) == 0) {
            inventory.release(order);
        }
    }

    private void receive() {
        Sku sku = SKUS.get(random.nextInt(SKUS.size()));
        String receiptId = "note-" + random.nextInt(20);
        int quantity = 1 + Math.floorMod(receiptId.hashCode(), 3);
        receipts.put(sku + receiptId, quantity);
        inventory.receive(receiptId, sku, quantity);
    }

    /** Always the same ones for the same order, as a workflow's input is. */
    private static Line[] linesOf(OrderId order) {
        Random lines = new Random(order.hashCode());
        return SKUS.stream().filter(sku -> lines.nextInt(3) > 0)
                .map(sku -> new Line(sku, 1 + lines.nextInt(4))).toArray(Line[]::new);
    }

    private void requireBalance() {
        Map<Sku, Integer> gone = new HashMap<>();
        Map<Sku, Integer> promised = new HashMap<>();
        for (OrderId order : ORDERS) {
            stores.reservations().find(order)
                    .ifPresent(reservation -> count(reservation, gone, promised));
        }
        for (Sku sku : SKUS) {
            StockLevel level = stores.stock().find(sku).orElse(StockLevel.none(sku));
            int received = receipts.entrySet().stream()
                    .filter(receipt -> receipt.getKey().startsWith(sku.value()))
                    .mapToInt(Map.Entry::getValue).sum();
            assertThat(level.onHand()).isEqualTo(received - gone.getOrDefault(sku, 0));
            assertThat(level.reserved()).isEqualTo(promised.getOrDefault(sku, 0).longValue());
            assertThat(level.available()).isNotNegative();
        }
    }

    private void count(Reservation reservation, Map<Sku, Integer> gone,
            Map<Sku, Integer> promised) {
        seen.add(reservation.getClass());
        switch (reservation) {
            case Reservation.Reserved reserved -> add(reserved.lines(), promised);
            case Reservation.Committed committed -> add(committed.lines(), gone);
            case Reservation.Expired _,Reservation.Released _,Reservation.Restocked _ -> {
            }
        }
    }

    private static void add(Lines lines, Map<Sku, Integer> sums) {
        lines.values().forEach(line -> sums.merge(line.sku(), line.quantity(), Integer::sum));
    }

    /** Other steps happen between a read and its write, and writes crash on either side. */
    private ReservationStore interrupted() {
        return new FaultyReservations(stores.reservations(), (change, write) -> {
            if (depth < 2 && random.nextInt(4) == 0) {
                depth++;
                anyStep();
                depth--;
            }
            return switch (random.nextInt(20)) {
                case 0 -> throw new StorageUnavailable("before the effect");
                case 1 -> {
                    assertThat(write.get()).isNotNull();
                    throw new StorageUnavailable("after the effect");
                }
                case 2 -> throw new VersionConflict("a transaction in progress");
                default -> write.get();
            };
        });
    }
}
