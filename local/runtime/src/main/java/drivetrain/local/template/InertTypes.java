package drivetrain.local.template;

import java.util.Set;

/**
 * Resource types that a template may have but that have nothing to do on a laptop: alarms,
 * logs, keys, identity pools (the runtime has an issuer of its own), and the like. A type
 * that is neither here nor in {@link ResourceType} is an error.
 */
final class InertTypes {
    private static final Set<String> TYPES = Set.of("AWS::ApiGateway::Account",
            "AWS::ApplicationAutoScaling::ScalableTarget",
            "AWS::ApplicationAutoScaling::ScalingPolicy", "AWS::Budgets::Budget",
            "AWS::CloudWatch::Alarm", "AWS::CloudWatch::AnomalyDetector",
            "AWS::CloudWatch::CompositeAlarm", "AWS::CloudWatch::Dashboard",
            "AWS::CloudWatch::InsightRule", "AWS::Cognito::UserPool",
            "AWS::Cognito::UserPoolClient", "AWS::Cognito::UserPoolDomain",
            "AWS::Cognito::UserPoolGroup", "AWS::Cognito::UserPoolResourceServer",
            "AWS::Cognito::UserPoolUser", "AWS::Events::Archive", "AWS::Events::EventBusPolicy",
            "AWS::EventSchemas::Discoverer", "AWS::EventSchemas::Registry",
            "AWS::EventSchemas::Schema", "AWS::KMS::Alias", "AWS::KMS::Key", "AWS::Lambda::Alias",
            "AWS::Logs::LogGroup", "AWS::Logs::MetricFilter",
            "AWS::Logs::QueryDefinition", "AWS::Logs::ResourcePolicy",
            "AWS::Logs::SubscriptionFilter", "AWS::S3::Bucket", "AWS::S3::BucketPolicy",
            "AWS::Scheduler::ScheduleGroup", "AWS::SecretsManager::Secret",
            "AWS::Serverless::LayerVersion", "AWS::SNS::Subscription", "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy", "AWS::SSM::Parameter",
            "AWS::WAFv2::WebACL", "AWS::WAFv2::WebACLAssociation", "AWS::XRay::Group",
            "AWS::XRay::SamplingRule");

    private InertTypes() {}

    static boolean contains(String type) {
        return TYPES.contains(type);
    }
}
