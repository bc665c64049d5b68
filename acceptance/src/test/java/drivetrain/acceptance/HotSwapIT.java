package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One service is rebuilt while orders run through it. Works on a copy of what is deployed. */
class HotSwapIT {
    private static final int MESSAGES_OF_AN_ORDER = 4;
    private static final String OLD_TEXT = "We have your order";
    private static final String NEW_TEXT = "We note your order";

    @TempDir
    private Path copy;

    @Test
    void aRebuiltServiceIsSwappedInAndNoOrderNotices() throws IOException {
        copyDeployment();
        try (LocalSystem system = LocalSystem.start(copy.resolve("template.yaml"));
                Shop shop = new Shop(system)) {
            Product servo = shop.product(12_900, 1_000);
            Customer ada = shop.customer();
            List<Order> orders = new ArrayList<>(List.of(ada.place(OrderRequest.of(servo, 1))));
            assertThat(greeting(shop, orders.getFirst())).contains(OLD_TEXT);

            rebuild("functions/notifications/target/notifications.zip",
                    "drivetrain/notifications/domain/Text.class");

            Waiting.untilTrue("an order that the new code greets", system.patience(), () -> {
                orders.add(ada.place(OrderRequest.of(servo, 1)));
                return greeting(shop, orders.getLast()).contains(NEW_TEXT);
            });
            orders.forEach(order -> order.await("FULFILLED"));
            orders.forEach(order -> Waiting.untilTrue("all messages on " + order.id(),
                    system.patience(),
                    () -> shop.messages(order).size() == MESSAGES_OF_AN_ORDER));
            assertThat(shop.books().problems()).isEmpty();
            assertThat(shop.deadLetters()).isEmpty();
        }
    }

    private static String greeting(Shop shop, Order order) {
        return Waiting.until("the greeting of " + order.id(), order.patience(),
                () -> shop.messages(order).stream().filter(
                        text -> text.contains(OLD_TEXT) || text.contains(NEW_TEXT)).findFirst());
    }

    private void copyDeployment() throws IOException {
        Path project = LocalSystem.templateOfThisProject().getParent();
        List<Path> deployed = new ArrayList<>();
        for (String folder : List.of("api", "step-functions", "functions")) {
            try (Stream<Path> files = Files.walk(project.resolve(folder))) {
                deployed.addAll(files.map(project::relativize)
                        .filter(HotSwapIT::isDeployed).toList());
            }
        }
        deployed.add(Path.of("template.yaml"));
        for (Path file : deployed) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(project.resolve(file), copy.resolve(file));
        }
    }

    private static boolean isDeployed(Path file) {
        String name = file.toString();
        return name.endsWith(".zip") || name.endsWith(".yaml")
                || (name.endsWith(".json") && !name.contains("target"));
    }

    /** Puts a zip in place whose class says something else. */
    private void rebuild(String zip, String changedClass) throws IOException {
        Path target = copy.resolve(zip);
        Path fresh = Files.createTempFile(copy, "fresh", ".zip");
        try (ZipFile from = new ZipFile(target.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(fresh))) {
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries
                    .hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = from.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    to.write(entry.getName().equals(changedClass) ? changed(bytes) : bytes);
                }
            }
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Both texts are of the same length, so the class file stays valid. */
    private static byte[] changed(byte[] classFile) {
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(OLD_TEXT);
        return text.replace(OLD_TEXT, NEW_TEXT).getBytes(StandardCharsets.ISO_8859_1);
    }
}
