package drivetrain.gateway.forgery;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Key pairs, and all the ways to sign with them, by the JDK alone. */
final class Keys {
    private Keys() {}

    static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeyPair ec(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RSAKey rsaJwk(KeyPair pair, String keyId) {
        return new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID(keyId).build();
    }

    static ECKey ecJwk(KeyPair pair, String keyId) {
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic()).keyID(keyId).build();
    }

    /** RS256, RS384, RS512. */
    static UnaryOperator<byte[]> rs(KeyPair pair, int bits) {
        return signed -> sign("SHA" + bits + "withRSA", null, pair.getPrivate(), signed);
    }

    /** PS256, PS384, PS512. */
    static UnaryOperator<byte[]> ps(KeyPair pair, int bits) {
        var hash = "SHA-" + bits;
        var parameters = new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8,
                1);
        return signed -> sign("RSASSA-PSS", parameters, pair.getPrivate(), signed);
    }

    /** ES256, ES384, ES512: r and s one after the other. */
    static UnaryOperator<byte[]> es(KeyPair pair, int bits) {
        return signed -> sign("SHA" + bits + "withECDSAinP1363Format", null, pair.getPrivate(),
                signed);
    }

    /** ECDSA over SHA-256, as certificates have it. */
    static UnaryOperator<byte[]> esDer(KeyPair pair) {
        return signed -> sign("SHA256withECDSA", null, pair.getPrivate(), signed);
    }

    /** HS256, HS384, HS512. */
    static UnaryOperator<byte[]> hs(byte[] secret, int bits) {
        return signed -> {
            try {
                var mac = Mac.getInstance("HmacSHA" + bits);
                mac.init(new SecretKeySpec(secret, "raw"));
                return mac.doFinal(signed);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    /** The same bytes, whatever is signed. */
    static UnaryOperator<byte[]> fixed(byte... signature) {
        return _ -> signature;
    }

    private static byte[] sign(String algorithm, PSSParameterSpec parameters, PrivateKey key,
            byte[] signed) {
        try {
            var signature = Signature.getInstance(algorithm);
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.initSign(key);
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
