package drivetrain.local.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names and ARNs of resources without local effect, so that what refers to them can be resolved.
 */
final class InertNames {
    private static final Map<String, String> NAME_PROPERTIES = Map.of("AWS::Logs::LogGroup",
            "LogGroupName", "AWS::SNS::Topic", "TopicName", "AWS::S3::Bucket", "BucketName",
            "AWS::KMS::Alias", "AliasName",
            "AWS::CloudWatch::Alarm", "AlarmName");
    private static final Map<String, String> ARN_PREFIXES = Map.of("AWS::Logs::LogGroup",
            "log-group:", "AWS::KMS::Key", "key/",
            "AWS::SecretsManager::Secret", "secret:", "AWS::SSM::Parameter", "parameter",
            "AWS::Cognito::UserPool", "userpool/", "AWS::CloudWatch::Alarm", "alarm:",
            "AWS::Events::Archive", "archive/");
    private static final Set<String> REFERRED_BY_ARN = Set.of("AWS::SNS::Topic",
            "AWS::SecretsManager::Secret", "AWS::Serverless::LayerVersion");

    private InertNames() {}

    static String property(String type) {
        return NAME_PROPERTIES.getOrDefault(type, "Name");
    }

    static boolean refersByArn(String type) {
        return REFERRED_BY_ARN.contains(type);
    }

    static String arn(String type, String name, TemplateOptions options) {
        String service = List.of(type.split("::", -1)).get(1).toLowerCase(Locale.ROOT);
        return options.arn(service, ARN_PREFIXES.getOrDefault(type, "") + name);
    }
}
