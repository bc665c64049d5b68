package drivetrain.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's key. Making one takes a quarter of a second of CPU time and often far more, so it can
 * be kept in a file that only its owner may read; tokens then outlive a restart, too.
 */
final class SigningKey {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
    private static final int BITS = 2048;

    private SigningKey() {}

    /** The key in the file; a new one if there is no file, or nothing usable in it. */
    static RSAKey of(Optional<Path> file) throws JOSEException {
        Optional<RSAKey> kept = file.flatMap(SigningKey::read);
        if (kept.isPresent()) {
            return kept.get();
        }
        RSAKey made = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256).keyIDFromThumbprint(true).generate();
        file.ifPresent(path -> write(path, made));
        return made;
    }

    private static Optional<RSAKey> read(Path file) {
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            return key.isPrivate() && key.getKeyID() != null ? Optional.of(key) : Optional.empty();
        } catch (IOException | ParseException e) {
            return Optional.empty();
        }
    }

    /** A key that can't be kept is only slower next time. */
    private static void write(Path file, RSAKey key) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(folder, "issuer-key", ".json");
            Files.writeString(temporary, key.toJSONString());
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The issuer's key can't be kept in {}: {}", file, e.toString());
        }
    }
}
