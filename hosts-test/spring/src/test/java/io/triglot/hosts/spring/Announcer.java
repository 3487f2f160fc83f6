package io.triglot.hosts.spring;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands around the methods of beans that are {@link Announced}. */
@Configuration(proxyBeanMethods = false)
class Announcer {
  @Bean
  static DefaultAdvisorAutoProxyCreator proxies() {
    DefaultAdvisorAutoProxyCreator proxies = new DefaultAdvisorAutoProxyCreator();
    proxies.setProxyTargetClass(true);
    return proxies;
  }

  @Bean
  static Advisor announcing() {
    MethodInterceptor interceptor = call -> announced(call.proceed());
    return new DefaultPointcutAdvisor(
        AnnotationMatchingPointcut.forClassAnnotation(Announced.class), interceptor);
  }

  private static Object announced(Object answer) {
    return answer instanceof String text ? "Announcing " + text : answer;
  }
}
