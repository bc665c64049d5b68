package drivetrain.gateway;

import dagger.Module;
import dagger.Provides;
import drivetrain.gateway.application.OverviewWorkflow;
import drivetrain.gateway.application.TokenVerifier;
import drivetrain.gateway.http.OpenIdTokenVerifier;
import drivetrain.gateway.stepfunctions.StepFunctionsOverview;
import drivetrain.lambda.AwsClients;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Binds the ports of the gateway to their adapters. */
@Module
final class GatewayModule {
    /** More than the seconds after which the workflow ends itself, less than a function has. */
    private static final Duration OVERVIEW_PATIENCE = Duration.ofSeconds(8);

    private GatewayModule() {}

    @Provides
    @Singleton
    static TokenVerifier verifier(Map<String, String> environment) {
        var config = GatewayConfig.of(environment);
        return new OpenIdTokenVerifier(config.issuer(), config.audiences(), config.profile(),
                Clock.systemUTC());
    }

    @Provides
    @Singleton
    static OverviewWorkflow overviews(Map<String, String> environment) {
        var workflow = OverviewConfig.of(environment).workflowArn();
        var client = new AwsClients(environment).configure(SfnClient.builder(),
                OVERVIEW_PATIENCE);
        return new StepFunctionsOverview(client.build(), workflow);
    }
}
