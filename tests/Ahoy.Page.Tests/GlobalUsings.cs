global using Ahoy.TestSupport;
