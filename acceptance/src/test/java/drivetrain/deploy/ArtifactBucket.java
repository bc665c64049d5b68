package drivetrain.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * The bucket that the files of a deployment are put into, each under the digest of its content, so
 * that CloudFormation sees a change exactly where there is one.
 */
public final class ArtifactBucket {
    /** The one region that a bucket is in without being told. */
    private static final String FIRST_REGION = "us-east-1";

    private final S3Client s3;
    private final String region;
    private final String bucket;

    /** One that is made if it isn't there. */
    public ArtifactBucket(S3Client s3, String region, String bucket) {
        this.s3 = s3;
        this.region = region;
        this.bucket = bucket;
        var request = CreateBucketRequest.builder().bucket(bucket);
        if (!region.equals(FIRST_REGION)) {
            request.createBucketConfiguration(where -> where.locationConstraint(region));
        }
        try {
            s3.createBucket(request.build());
        } catch (BucketAlreadyOwnedByYouException there) {
            // As wanted.
        }
    }

    /** Puts a file there, and answers with its address as templates name it. */
    String put(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            return "s3://" + bucket + "/"
                    + put(content, name.substring(name.lastIndexOf('.')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a template there, and answers with its address as CloudFormation wants it. */
    URI putTemplate(byte[] template) {
        return URI.create("https://s3." + region + ".amazonaws.com/" + bucket + "/"
                + put(template, ".template"));
    }

    private String put(byte[] content, String extension) {
        String key = digest(content) + extension;
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));
        return key;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
