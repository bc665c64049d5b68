package drivetrain.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The deployment packages of the application, each in the version that new environments run. */
final class CodePackages implements AutoCloseable {
    private final Path folder;
    private final LibraryStore store;
    private final SharedLibraries shared;
    private final Map<Path, DeploymentPackage> current = new ConcurrentHashMap<>();

    /**
     * Unpacks the packages, in parallel.
     *
     * @throws UncheckedIOException
     *             if one isn't a readable zip
     */
    CodePackages(Set<Path> codes) {
        try {
            this.folder = Files.createTempDirectory("drivetrain-lambda-");
        } catch (IOException e) {
            throw new UncheckedIOException("Can't make a temporary folder", e);
        }
        this.store = new LibraryStore(folder);
        Map<Path, UnpackedPackage> unpacked = unpackAll(codes);
        this.shared = new SharedLibraries(unpacked.values(), store);
        unpacked.forEach(
                (code, one) -> current.put(code, new DeploymentPackage(code, one, shared)));
    }

    private Map<Path, UnpackedPackage> unpackAll(Collection<Path> codes) {
        Map<Path, CompletableFuture<UnpackedPackage>> running = new LinkedHashMap<>();
        codes.stream().sorted().forEach(
                code -> running.put(code, CompletableFuture.supplyAsync(() -> unpack(code))));
        Map<Path, UnpackedPackage> unpacked = new LinkedHashMap<>();
        running.forEach((code, one) -> unpacked.put(code, one.join()));
        return unpacked;
    }

    private UnpackedPackage unpack(Path code) {
        try {
            return UnpackedPackage.of(code, folder, store);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the package " + code, e);
        }
    }

    DeploymentPackage current(Path code) {
        return current.get(code);
    }

    /** Loads a package anew; what runs the old version finishes. */
    void replace(Path code) {
        DeploymentPackage next = new DeploymentPackage(code, unpack(code), shared);
        current.put(code, next).retire();
    }

    @Override
    public void close() {
        current.values().forEach(DeploymentPackage::retire);
        try (Stream<Path> files = Files.walk(folder)) {
            shared.close();
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove " + folder, e);
        }
    }
}
