package drivetrain.gateway;

import dagger.Module;
import dagger.Provides;
import drivetrain.gateway.application.TokenVerifier;
import drivetrain.gateway.http.OpenIdTokenVerifier;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Binds the ports of the gateway to their adapters. */
@Module
final class GatewayModule {
    private GatewayModule() {}

    @Provides
    @Singleton
    static TokenVerifier verifier(Map<String, String> environment) {
        var config = GatewayConfig.of(environment);
        return new OpenIdTokenVerifier(config.issuer(), config.audiences(), config.profile(),
                Clock.systemUTC());
    }
}
